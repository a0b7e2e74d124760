using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>From an account to its row. Pure.</summary>
public static class ChargeRows
{
    /// <summary>The row of a stay whose clock has ended.</summary>
    /// <exception cref="ArgumentException">The clock has not ended.</exception>
    public static ChargeRow Of(StayAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var stay = account.Stay;
        if (stay.StartedAt is not { } started || stay.EndedAt is not { } ended) throw new ArgumentException($"The clock of the stay {stay.Id} has not ended.", nameof(account));
        var bill = account.Bill?.Statement;
        return new()
        {
            Stay = stay.Id,
            Encounter = stay.Encounter,
            Status = stay.Status,
            Payer = stay.Payer,
            Started = started,
            Ended = ended,
            Disposition = stay.Disposition,
            Presence = bill?.Presence ?? ended - started,
            Running = bill?.Running,
            Billed = bill?.Billed,
            Tariffs = bill?.Tariffs ?? [],
            Currency = bill?.Currency,
            Subtotal = bill?.Subtotal ?? 0m,
            Tax = bill?.Tax ?? 0m,
            Total = bill?.Total ?? 0m,
            Credited = account.IsCredited ? account.Revisions[^1].Statement.Total : 0m,
            Payers = bill?.Payers ?? [],
            Revision = account.Revisions.Count > 0 ? account.Revisions[^1].Revision : null,
            Kind = account.Revisions.Count > 0 ? account.Revisions[^1].Statement.Kind : null,
            ClosedBy = stay.ClosedBy,
            Source = stay.Log.Closing?.Original.Source,
            CorrectedBy = [.. stay.Events.Where(e => RecordedChange.IsCorrection(e.Kind)).Select(e => e.By).Distinct()],
            ApprovedBy = [.. stay.Events.Select(e => e.Approval?.Approver).OfType<PersonId>().Distinct()],
            Invoices = [.. account.Invoices.Select(ChargeInvoice.Of)],
        };
    }
}
