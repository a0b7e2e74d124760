using System.Net.Mail;
using System.Text;

namespace Clinic.Bridges.Mail;

/// <summary>Makes messages of the framework's mail client.</summary>
internal static class MailMessages
{
    private const int LongestSubject = 200;

    public static MailMessage Of(OutgoingMail mail)
    {
        var message = new MailMessage
        {
            From = new MailAddress(mail.From),
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };
        foreach (var to in mail.To) message.To.Add(new MailAddress(to));
        message.Headers.Add("Message-ID", MessageId(mail, message.From.Host));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static string MessageId(OutgoingMail mail, string host) => $"<{mail.Id:D}@{host}>";

    private static string OneLine(string text)
    {
        var clean = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
        return clean.Length <= LongestSubject ? clean : clean[..LongestSubject];
    }
}
