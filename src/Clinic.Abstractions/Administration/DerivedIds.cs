using System.Security.Cryptography;
using System.Text;

namespace Clinic.Abstractions.Administration;

/// <summary>Ids that follow from a text, where two processes must arrive at the same one.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8"/>
internal static class DerivedIds
{
    public static PersonId Person(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(new Guid(hash.AsSpan(0, 16), bigEndian: true));
    }
}
