using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Alerts;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Mail;

/// <summary>Sends alerts of stays to whom their list names now: the addresses of a role or of a person in the mail options.</summary>
/// <remarks>The mail's id follows from event and address, so an event that comes twice gives the same mails.</remarks>
public sealed class StayAlertMailReceiver(IMailSender sender, IStayAlertStore alerts, IOptions<MailOptions> mail) : IOutboxReceiver
{
    /// <summary>What stands before a role or the id of a person in <see cref="MailOptions.Recipients"/>, as in <c>emergency.stay-alert/reception</c>.</summary>
    public const string RecipientPrefix = "emergency.stay-alert/";

    /// <inheritdoc/>
    public string Name => "stay-alert-mail";

    /// <inheritdoc/>
    public async Task ReceiveAsync(OutboxEvent occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        if (occurrence.Type is not (EmergencyEvents.StayAlertRaised or EmergencyEvents.StayAlertEscalated)) return;
        var content = JsonSerializer.Deserialize<StayAlertHappening>(occurrence.Json, ClinicJson.Options) ?? throw new JsonException($"The event {occurrence.Type} has no content.");
        if (!mail.Value.Recipients.TryGetValue(RecipientPrefix + content.Target.ToLowerInvariant(), out var to) || to.Count == 0) return;
        var watch = await alerts.HoldingAsync(occurrence.Tenant, content.Alert, cancellationToken).ConfigureAwait(false);
        if (watch?.Alerts.FirstOrDefault(a => a.Id == content.Alert) is not { } alert) return;
        var (subject, text) = StayAlertTexts.Of(content, alert.Status, mail.Value.Language);
        foreach (var address in to.Distinct(StringComparer.OrdinalIgnoreCase))
            await sender.SendAsync(new OutgoingMail(MailIds.Of(occurrence.Id, address), mail.Value.From, [address], subject, text), cancellationToken).ConfigureAwait(false);
    }
}
