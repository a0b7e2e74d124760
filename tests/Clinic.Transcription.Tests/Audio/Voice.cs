namespace Clinic.Transcription.Tests.Audio;

/// <summary>Samples of many kinds, the same every time.</summary>
internal static class Voice
{
    public static byte[] Pcm(string kind, int bytes, int width, int channels)
    {
        var random = new Random(7);
        var data = new byte[bytes];
        if (kind == "noise")
        {
            random.NextBytes(data);
            return data;
        }

        var top = (1L << ((8 * width) - 1)) - 1;
        var (frame, previous) = (width * channels, 0.0);
        for (var i = 0; i + width <= bytes; i += width)
        {
            var t = i / frame;
            previous = (0.8 * previous) + (0.2 * ((random.NextDouble() * 2) - 1));
            var value = kind switch
            {
                "silence" => 0,
                "extremes" => random.Next(2) == 0 ? top : -top - 1,
                "ramp" => t % (2 * top) - top,
                _ => (long)(top * 0.25 * Loudness(t) * (Math.Sin(t * 0.055) + (0.5 * Math.Sin(t * 0.21)) + (0.15 * previous))),
            };
            if (width == 1) value += 128;
            for (var b = 0; b < width; b++) data[i + b] = (byte)(value >> (8 * b));
        }

        return data;
    }

    private static double Loudness(int t) => Math.Max(0, Math.Sin(t / 4000.0));
}
