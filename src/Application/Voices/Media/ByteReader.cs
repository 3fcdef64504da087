using System.Buffers.Binary;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices.Media;

/// <summary>Reads a file from start to end; a file that ends too early is refused.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> file)
{
    private readonly ReadOnlySpan<byte> _file = file;

    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position == _file.Length;

    public readonly ReadOnlySpan<byte> Rest => _file[Position..];

    /// <exception cref="DomainException">There are not so many bytes left.</exception>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > _file.Length - Position)
            throw VoiceErrors.MediaMalformed();
        var taken = _file.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public int UInt16BigEndian() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint UInt32BigEndian() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint UInt32LittleEndian() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
}
