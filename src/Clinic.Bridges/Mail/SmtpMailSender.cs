using System.Net;
using System.Net.Mail;
using Clinic.Bridges.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Mail;

/// <summary>Hands mails to a mail server, over STARTTLS unless the options say otherwise.</summary>
public sealed class SmtpMailSender(IOptions<SmtpOptions> options, ILogger<SmtpMailSender> logger) : IMailSender
{
    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var o = options.Value;
        using var message = MailMessages.Of(mail);
        using var client = new SmtpClient(o.Host, o.Port) { EnableSsl = o.UseTls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (o.UserName is not null) client.Credentials = new NetworkCredential(o.UserName, o.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The client's own timeout is about its blocking calls only.
        limit.CancelAfter(o.Timeout);
        try
        {
            await client.SendMailAsync(message, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not answer within {o.Timeout.TotalSeconds:0.#} seconds.", e);
        }

        BridgesTelemetry.MailSent("smtp");
        Log.MailSent(logger, mail.Id, "SMTP");
    }
}
