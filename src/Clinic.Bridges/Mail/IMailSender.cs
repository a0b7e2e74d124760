namespace Clinic.Bridges.Mail;

/// <summary>Hands mails over to whoever carries them. Thread-safe.</summary>
public interface IMailSender
{
    /// <summary>Hands one mail over, or throws; the same mail may come twice.</summary>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
