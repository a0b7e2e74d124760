using Clinic.Abstractions;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Mail;

/// <summary>Sends a short mail about events to whom the options name.</summary>
public sealed class MailReceiver(IMailSender sender, IOptions<MailOptions> options) : IOutboxReceiver
{
    /// <inheritdoc/>
    public string Name => "mail";

    /// <inheritdoc/>
    public Task ReceiveAsync(OutboxEvent occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        var to = options.Value.RecipientsOf(occurrence.Type);
        if (to.Count == 0) return Task.CompletedTask;
        var (subject, text) = EventTexts.Of(occurrence, options.Value.Language);
        return sender.SendAsync(new OutgoingMail(occurrence.Id, options.Value.From, to, subject, text), cancellationToken);
    }
}
