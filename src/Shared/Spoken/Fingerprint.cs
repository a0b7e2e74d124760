using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clinic.Abstractions;

namespace Clinic.Spoken;

/// <summary>A command id that follows from the parts of what was said and meant.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8"/>
internal static class Fingerprint
{
    public static CommandId Of(IEnumerable<string> parts)
    {
        // Each part with its length, so that no two lists make the same text.
        var text = string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p};")));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(new Guid(hash.AsSpan(0, 16), bigEndian: true));
    }
}
