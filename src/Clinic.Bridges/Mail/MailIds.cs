using System.Security.Cryptography;
using System.Text;

namespace Clinic.Bridges.Mail;

/// <summary>Ids of mails that follow from their event, so that an event that comes twice gives the same mails.</summary>
internal static class MailIds
{
    public static Guid Of(Guid occurrence, string address)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{occurrence:D}|{address.ToUpperInvariant()}"));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }
}
