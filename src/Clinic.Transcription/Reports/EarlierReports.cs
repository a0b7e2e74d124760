using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Language;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>What the last signed reports of a patient at the site say of medicines and allergies; nothing else of them is read on.</summary>
internal sealed class EarlierReports(ReportArchive archive)
{
    private const int Most = 3;
    private const int MostPages = 5;

    // What was signed longer ago says little of what somebody takes today.
    private static readonly Duration Back = Duration.FromDays(366);

    /// <summary>Of the newest mention of each substance: what it is given at, or that it was stopped; what was denied otherwise, or whose course is over, is left out.</summary>
    public async Task<(IReadOnlyList<KnownMedication> Medications, IReadOnlyList<string> Allergies)> OfAsync(
        TenantId tenant, ReportSnapshot of, Instant at, DateTimeZone zone, CancellationToken ct)
    {
        var (medications, allergies) = (new Dictionary<string, KnownMedication?>(StringComparer.Ordinal), new Dictionary<string, bool>(StringComparer.Ordinal));
        foreach (var report in await SignedAsync(tenant, of, ct).ConfigureAwait(false))
        {
            var (version, language) = (report.LastSigned!, report.ToSnapshot().Language);
            // What the plan decides stands above what the patient came with.
            foreach (var section in (ReportSection[])[ReportSection.Plan, ReportSection.Medications])
            {
                var drugs = SignedEntities.Of(version.Statements.Where(s => s.Section == section), language).Where(e => e is { Kind: EntityKind.Drug, Term: not null });
                foreach (var drug in drugs.OrderBy(e => e.Polarity == Polarity.Negated))
                    medications.TryAdd(drug.Term!, Known(drug, section, version, language, at, zone));
            }

            foreach (var allergy in SignedEntities.Of(version.Statements.Where(s => s.Section == ReportSection.Allergies), language).Where(e => e is { Kind: EntityKind.Allergy, Term: not null }))
                allergies.TryAdd(allergy.Term!, allergy.Polarity == Polarity.Affirmed);
        }

        return ([.. medications.Values.OfType<KnownMedication>().OrderBy(m => m.Substance, StringComparer.Ordinal)], [.. allergies.Where(a => a.Value).Select(a => a.Key).Order(StringComparer.Ordinal)]);
    }

    private static KnownMedication? Known(ClinicalEntity drug, ReportSection section, SignedVersion version, string language, Instant at, DateTimeZone zone)
    {
        var stopped = drug.Polarity == Polarity.Negated;
        if (drug.Polarity == Polarity.Uncertain || (stopped && section != ReportSection.Plan)) return null;
        if (!stopped && HoursOf(drug.Period, language) is { } hours && version.Signature.At + Duration.FromHours((double)hours) < at) return null;
        return new(drug.Term!)
        {
            Value = stopped ? null : drug.Value,
            Unit = stopped ? null : drug.Unit,
            Frequency = stopped ? null : drug.Frequency,
            IsStopped = stopped,
            SignedOn = version.Signature.At.InZone(zone).Date,
        };
    }

    // "por 7 días", "durante una semana"; null where no end was said.
    private static decimal? HoursOf(string? period, string language)
    {
        if (period is null) return null;
        var tokens = TokenReader.Read(period);
        return NumberReader.Read(tokens, language).Select(n => TimeSpans.Hours(tokens, n)).FirstOrDefault(h => h is not null)
            ?? TimeSpans.Articles(tokens).Select(h => (decimal?)h).FirstOrDefault();
    }

    private async Task<List<ClinicalReport>> SignedAsync(TenantId tenant, ReportSnapshot of, CancellationToken ct)
    {
        var (found, query) = (new List<ClinicalReport>(), new ReportQuery(of.Site) { Patient = of.Patient, From = of.StartedAt - Back, To = of.StartedAt });
        PageRequest? page = new(20);
        for (var i = 0; i < MostPages && page is not null && found.Count < Most; i++)
        {
            var list = await archive.Store.ListAsync(tenant, query, page, ct).ConfigureAwait(false);
            foreach (var summary in list.Items.Where(s => s is { SignedVersions: > 0, ConsentWithdrawn: false } && s.Status is not (ReportStatus.EnteredInError or ReportStatus.Erased) && s.Session != of.Session))
            {
                if (found.Count < Most && await OpenAsync(tenant, summary.Report, ct).ConfigureAwait(false) is { LastSigned: not null } report) found.Add(report);
            }

            page = list.Next is { } next ? new(20, next) : null;
        }

        return found;
    }

    // One that does not open any more keeps no other from being written.
    private async Task<ClinicalReport?> OpenAsync(TenantId tenant, ReportId report, CancellationToken ct)
    {
        try
        {
            return await archive.FindAsync(tenant, report, ct).ConfigureAwait(false);
        }
        catch (TranscriptionException)
        {
            return null;
        }
    }
}
