namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>Counts the bytes that are read and calls a function after each read, which may throw to stop the reading.</summary>
internal sealed class MeteredStream(Stream inner, Action<long> onRead, bool leaveOpen = true) : Stream
{
    private Action<long> _onRead = onRead;

    /// <summary>Bytes read since <see cref="Watch"/> was last called.</summary>
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

    /// <summary>Sets the function to call and starts the count again at zero.</summary>
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
