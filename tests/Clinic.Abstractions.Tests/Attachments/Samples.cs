using System.Text;

namespace Clinic.Abstractions.Tests.Attachments;

/// <summary>The shortest content of each type.</summary>
internal static class Samples
{
    public static readonly byte[] Png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
    public static readonly byte[] Jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 16];
    public static readonly byte[] Webp = [.. "RIFF"u8, 26, 0, 0, 0, .. "WEBPVP8L"u8];
    public static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8];
    public static readonly byte[] Svg = Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

    public static readonly IReadOnlyDictionary<string, byte[]> Allowed = new Dictionary<string, byte[]>
    {
        ["image/png"] = Png,
        ["image/jpeg"] = Jpeg,
        ["image/webp"] = Webp,
        ["application/pdf"] = Pdf,
    };
}
