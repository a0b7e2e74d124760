using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Presentations;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Mail;

/// <summary>Sends alerts to the people their rules name: one mail per person and scan, one per escalation.</summary>
/// <remarks>The mail's id follows from event and address, so an event that comes twice gives the same mails.</remarks>
public sealed class AlertMailReceiver(
    IMailSender sender, IAlertStore alerts, IAlertRuleStore rules, IPresentationStore presentations, IOptions<MailOptions> mail, IOptions<AlertOptions> options)
    : IOutboxReceiver
{
    /// <inheritdoc/>
    public string Name => "alert-mail";

    /// <inheritdoc/>
    public async Task ReceiveAsync(OutboxEvent occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        var (ids, level) = Content(occurrence);
        var mails = new SortedDictionary<string, List<(Alert, string?)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in ids)
        {
            if (await alerts.FindAsync(occurrence.Tenant, id, cancellationToken).ConfigureAwait(false) is not { } alert) continue;
            var to = await AddressesAsync(occurrence.Tenant, alert.Cause.Rule, level, cancellationToken).ConfigureAwait(false);
            if (to.Count == 0) continue;
            var product = alert.Cause.About.Presentation is { } p
                ? (await presentations.FindAsync(occurrence.Tenant, p, cancellationToken).ConfigureAwait(false))?.Name
                : null;
            foreach (var address in to.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!mails.TryGetValue(address, out var mine)) mails.Add(address, mine = []);
                mine.Add((alert, product));
            }
        }

        foreach (var (address, mine) in mails)
        {
            var (subject, text) = AlertTexts.Of(mine, level, mail.Value.Language);
            await sender.SendAsync(new OutgoingMail(MailIds.Of(occurrence.Id, address), mail.Value.From, [address], subject, text), cancellationToken).ConfigureAwait(false);
        }
    }

    private static (IReadOnlyList<AlertId> Alerts, int Level) Content(OutboxEvent e)
    {
        if (e.Type == PharmacyEvents.AlertRaised) return (Read<AlertsRaised>(e).Alerts, 0);
        if (e.Type != PharmacyEvents.AlertEscalated) return ([], 0);
        var escalated = Read<AlertEscalated>(e);
        return ([escalated.Alert], escalated.Level);
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(TenantId tenant, AlertRuleId? id, int level, CancellationToken ct)
    {
        if (id is null) return level == 0 ? [.. options.Value.Recipients] : [];
        var rule = await rules.FindAsync(tenant, id.Value, ct).ConfigureAwait(false);
        if (rule is null) return [];
        if (level == 0) return rule.To.Addresses;
        return level <= rule.Escalations.Count ? rule.Escalations[level - 1].To.Addresses : [];
    }

    private static T Read<T>(OutboxEvent e) =>
        JsonSerializer.Deserialize<T>(e.Json, ClinicJson.Options) ?? throw new JsonException($"The event {e.Type} has no content.");
}
