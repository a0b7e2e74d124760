using System.Text;
using Clinic.Bridges.Mail;

namespace Clinic.Bridges.Tests.Mail;

internal static class Mails
{
    public static OutgoingMail One(Guid? id = null) => new(
        id ?? Guid.Parse("0190f0c0-0000-7000-8000-000000000042"), "clinic@example.org", ["farmacia@example.org", "jefa@example.org"], "Lote L-1 retirado: ñ",
        "Lote: L-1\n.una línea que empieza con punto\nEn la clínica: 30");

    /// <summary>The text of a mail as a reader shows it.</summary>
    public static string BodyOf(string eml)
    {
        var (head, body) = eml.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", 2) is [var h, var b] ? (h, b) : (eml, "");
        return head.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)))
            : QuotedPrintable(body);
    }

    private static string QuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        var text = body.Replace("=\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
