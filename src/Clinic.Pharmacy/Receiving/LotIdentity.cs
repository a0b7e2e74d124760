using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using NodaTime;

namespace Clinic.Pharmacy.Receiving;

/// <summary>Which lot a line means: what was typed, what was scanned and what is known must agree.</summary>
internal sealed class LotIdentity(IPresentationStore presentations, ILotStore lots)
{
    public async Task<Identified?> ResolveAsync(CommandContext x, ReceiveLine line, int number, LocalDate today, Failures failures, CancellationToken ct)
    {
        var before = failures.Count > 0;
        var scan = Scan(line, today, failures);
        var presentation = await PresentationAsync(x, line, scan, failures, ct).ConfigureAwait(false);
        var lotNumber = Agreed("lotNumber", number, line.LotNumber?.Text, scan?.LotNumber, failures);
        if (presentation is null) return null;
        if (lotNumber is null)
        {
            failures.Add(PharmacyRules.LotNumberMissing, ("line", number));
            return null;
        }

        var lot = new LotNumber(lotNumber);
        var known = await lots.ByNumberAsync(x.Tenant, presentation.Id, lot, ct).ConfigureAwait(false);
        var expiration = Expiration(line, scan, known, number, lot, failures);
        if (expiration is null && presentation.RequiresExpiry) failures.Add(PharmacyRules.ExpiryMissing, ("lot", lot));
        return !before && failures.Count > 0 ? null : new(presentation, lot, expiration, scan, known);
    }

    private static Gs1Scan? Scan(ReceiveLine line, LocalDate today, Failures failures)
    {
        if (line.Scan is null) return null;
        try
        {
            return Gs1ElementString.ParseOrThrow(line.Scan, today.Year);
        }
        catch (PharmacyException e)
        {
            foreach (var failure in e.Failures) failures.Add(failure);
            return null;
        }
    }

    private async Task<Presentation?> PresentationAsync(CommandContext x, ReceiveLine line, Gs1Scan? scan, Failures failures, CancellationToken ct)
    {
        if (line.Presentation is { } id)
        {
            var named = id == default ? null : await presentations.FindAsync(x.Tenant, id, ct).ConfigureAwait(false);
            failures.Require(named is not null, PharmacyRules.PresentationUnknown, ("presentation", id));
            if (named is null || scan?.Gtin is not { } scanned) return named;
            // A presentation without numbers takes any that is not another one's.
            var owner = await presentations.FindByGtinAsync(x.Tenant, scanned, ct).ConfigureAwait(false);
            failures.Require(owner is null ? named.Gtins.Count == 0 : owner.Id == named.Id, PharmacyRules.GtinMismatch, ("found", scanned), ("presentation", named.Code));
            return named;
        }

        if (scan?.Gtin is not { } gtin)
        {
            if (line.Scan is null || scan is not null) failures.Add(PharmacyRules.PresentationUnknown, ("presentation", "none named"));
            return null;
        }

        var found = await presentations.FindByGtinAsync(x.Tenant, gtin, ct).ConfigureAwait(false);
        failures.Require(found is not null, PharmacyRules.GtinUnknown, ("gtin", gtin));
        return found;
    }

    // A scan without expiry never blanks a known one; a different one is never taken silently.
    private static ExpirationDate? Expiration(ReceiveLine line, Gs1Scan? scan, IReadOnlyList<Lot> known, int number, LotNumber lot, Failures failures)
    {
        ExpirationDate? scanned = scan?.ExpirationDate is { } date ? new ExpirationDate(date.Date, date.Raw) : null;
        if (line.Expiration is { } typed && scanned is { } read && typed.Date != read.Date)
        {
            failures.Add(PharmacyRules.LineContradictsScan, ("line", number), ("field", "expiration"), ("asked", typed), ("found", read));
            return read;
        }

        var said = scanned ?? line.Expiration;
        var stored = known.Select(l => l.Expiration).FirstOrDefault(e => e is not null);
        if (said is { } now && stored is { } then && now.Date != then.Date)
            failures.Add(PharmacyRules.ExpiryConflict, ("lot", lot), ("found", then), ("asked", now));
        return said ?? stored;
    }

    private static string? Agreed(string field, int line, string? typed, string? scanned, Failures failures)
    {
        if (typed is not null && scanned is not null && !string.Equals(typed, scanned, StringComparison.Ordinal))
            failures.Add(PharmacyRules.LineContradictsScan, ("line", line), ("field", field), ("asked", typed), ("found", scanned));
        return scanned ?? typed;
    }

    /// <summary>The lot that a line means.</summary>
    internal sealed record Identified(Presentation Presentation, LotNumber Number, ExpirationDate? Expiration, Gs1Scan? Scan, IReadOnlyList<Lot> Known)
    {
        /// <summary>A number that was recalled stays recalled, however it comes in.</summary>
        public bool IsRecalled => Known.Any(l => l.Status == LotStatus.Recalled);
    }
}
