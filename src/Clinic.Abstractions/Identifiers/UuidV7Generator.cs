using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;

namespace Clinic.Abstractions;

/// <summary>UUIDs of version 7: ordered by time, and by their making where the clock stands still.</summary>
/// <remarks>Safe for concurrent use. Lists that go by time and then by id are thereby in the order in which things happened.</remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9562#name-monotonicity-and-counters"/>
public sealed class UuidV7Generator(IClock clock) : IIdGenerator
{
    private const int CounterBits = 12;

    // Milliseconds and counter of the last id; a full counter carries into the milliseconds.
    private long last;

    /// <inheritdoc/>
    public Guid Next()
    {
        var now = clock.GetCurrentInstant().ToUnixTimeMilliseconds() << CounterBits;
        // Behind a clock that was set back a little the order is kept; behind one that was wrong by far it begins anew.
        var tolerated = 10_000L << CounterBits;
        long seen, next;
        do
        {
            seen = Interlocked.Read(ref last);
            next = now > seen || seen - now > tolerated ? now : seen + 1;
        }
        while (Interlocked.CompareExchange(ref last, next, seen) != seen);
        return Made(next >> CounterBits, (int)(next & ((1 << CounterBits) - 1)));
    }

    private static Guid Made(long milliseconds, int counter)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, milliseconds << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | counter));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
