namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>Counts what is read from a stream and lets somebody refuse to read on.</summary>
internal sealed class MeteredStream(Stream inner, Action<long> onRead, bool leaveOpen = true) : Stream
{
    private Action<long> _onRead = onRead;

    /// <summary>Bytes read since it was last watched.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    /// <summary>Counts anew.</summary>
    public void Watch(Action<long> onRead)
    {
        _onRead = onRead;
        Count = 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        _onRead(Count);
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen) inner.Dispose();
        base.Dispose(disposing);
    }
}
