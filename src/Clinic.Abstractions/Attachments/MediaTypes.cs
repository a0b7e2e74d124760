namespace Clinic.Abstractions;

/// <summary>The media types that may be attached, and how their content begins.</summary>
/// <remarks>No SVG and no HTML: they can carry scripts into the browser of whoever opens them.</remarks>
/// <seealso href="https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern"/>
internal static class MediaTypes
{
    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";
    private const string Webp = "image/webp";
    private const string Pdf = "application/pdf";

    private const int RiffLength = 4;

    public static IReadOnlyList<string> Allowed { get; } = [Png, Jpeg, Webp, Pdf];

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    private static ReadOnlySpan<byte> JpegStart => [0xff, 0xd8, 0xff];

    /// <summary>The allowed type of that name without regard to case, or null.</summary>
    public static string? Named(string mediaType) =>
        Allowed.FirstOrDefault(a => string.Equals(a, mediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The allowed type that the content is by its first bytes, or null.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(PngStart)) return Png;
        if (content.StartsWith(JpegStart)) return Jpeg;
        if (content.StartsWith("%PDF-"u8)) return Pdf;
        return IsWebp(content) ? Webp : null;
    }

    // RIFF, four bytes of length, then the name of the form.
    private static bool IsWebp(ReadOnlySpan<byte> content)
    {
        var riff = "RIFF"u8;
        return content.StartsWith(riff) && content.Length > riff.Length + RiffLength && content[(riff.Length + RiffLength)..].StartsWith("WEBPVP"u8);
    }
}
