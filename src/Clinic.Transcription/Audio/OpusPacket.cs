using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>How long one packet of Opus lasts, by its first bytes.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6716#section-3.1"/>
internal static class OpusPacket
{
    public static Duration Length(ReadOnlySpan<byte> packet)
    {
        if (packet.IsEmpty) return Duration.Zero;
        var config = packet[0] >> 3;
        var microseconds = config switch
        {
            < 12 => (config & 3) switch { 0 => 10_000, 1 => 20_000, 2 => 40_000, _ => 60_000 },
            < 16 => (config & 1) == 0 ? 10_000 : 20_000,
            _ => 2_500 << (config & 3),
        };
        var frames = (packet[0] & 3) switch
        {
            0 => 1,
            3 => packet.Length > 1 ? packet[1] & 0x3f : 1,
            _ => 2,
        };
        return Duration.FromTicks(10L * microseconds * frames);
    }
}
