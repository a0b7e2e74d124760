namespace Clinic.Transcription.Audio;

/// <summary>The head of one frame of MPEG layer III.</summary>
/// <seealso href="http://www.mp3-tech.org/programmer/frame_header.html"/>
internal readonly record struct Mp3Frame(int Bytes, int Samples, int SampleRate, int Channels)
{
    private static readonly int[] Mpeg1Kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Mpeg2Kilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Rates = [44_100, 48_000, 32_000];

    /// <summary>The frame of a head, or null where it is none.</summary>
    public static Mp3Frame? Read(uint head)
    {
        var version = (int)(head >> 19) & 3;
        var bitrate = (int)(head >> 12) & 15;
        var rate = (int)(head >> 10) & 3;
        if (head >> 21 != 0x7ff || version == 1 || ((head >> 17) & 3) != 1 || bitrate is 0 or 15 || rate == 3) return null;
        var first = version == 3;
        var hertz = Rates[rate] >> (first ? 0 : version == 2 ? 1 : 2);
        var bits = (first ? Mpeg1Kilobits : Mpeg2Kilobits)[bitrate] * 1000;
        var padding = (int)(head >> 9) & 1;
        return new(((first ? 144 : 72) * bits / hertz) + padding, first ? 1152 : 576, hertz, ((head >> 6) & 3) == 3 ? 1 : 2);
    }

    /// <summary>The length of an ID3v2 tag with its head, from its first ten bytes.</summary>
    public static long TagBytes(ReadOnlySpan<byte> tag)
    {
        var size = ((tag[6] & 0x7f) << 21) | ((tag[7] & 0x7f) << 14) | ((tag[8] & 0x7f) << 7) | (tag[9] & 0x7f);
        return 10L + size + ((tag[5] & 0x10) != 0 ? 10 : 0);
    }
}
