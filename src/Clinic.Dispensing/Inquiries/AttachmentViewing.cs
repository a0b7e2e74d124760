using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Rights;

namespace Clinic.Dispensing.Inquiries;

/// <summary>Looking at the signatures, photos and papers of dispensations; every look is in the audit.</summary>
public sealed class AttachmentViewing
{
    private readonly DispensingDesk desk;
    private readonly Func<Attachments> attachments;

    internal AttachmentViewing(DispensingDesk desk, Func<Attachments> attachments)
    {
        this.desk = desk;
        this.attachments = attachments;
    }

    /// <summary>Opens an attachment for whoever may see its dispensation; nothing is shown that was not written down.</summary>
    /// <exception cref="DispensingException">The actor may not read, or there is no such dispensation to see.</exception>
    /// <exception cref="ClinicRuleException">The attachment is none of the dispensation's, or it does not open.</exception>
    public async Task<OpenedAttachment> OpenAsync(CommandContext x, OpenAttachment command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        var id = await desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken).ConfigureAwait(false);
        return await attachments().OpenAsync(x.Tenant, id, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AttachmentId> StageAsync(IUnit unit, OpenAttachment command, CancellationToken ct)
    {
        var failures = new Failures();
        var found = await desk.LoadAsync(unit, command, DispensingAct.Read, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        if (!IdsOf(found).Contains(command.Attachment)) throw new ClinicRuleException(ClinicRules.AttachmentUnknown, ("attachment", command.Attachment));
        unit.Audit("attachment.opened", found.Fact, command.Attachment.ToString());
        return command.Attachment;
    }

    private static IEnumerable<AttachmentId?> IdsOf(Dispensation dispensation) =>
        dispensation.HandOvers.Select(h => h.Attachment).Concat(dispensation.Tickets.SelectMany(t => t.Evidence).Select(e => e.Attachment));
}
