using Clinic.Abstractions;

namespace Clinic.Transcription.Reports.Printing;

/// <summary>Prints reports: the look is audited first, names are looked up then and kept nowhere.</summary>
public sealed class ReportPaper
{
    private const string Printed = "report.printed";

    private readonly ReportInquiries reports;
    private readonly IPatientDirectory patients;
    private readonly IPersonDirectory people;
    private readonly ISiteDirectory sites;

    internal ReportPaper(ReportInquiries reports, IPatientDirectory patients, IPersonDirectory people, ISiteDirectory sites)
    {
        this.reports = reports;
        this.patients = patients;
        this.people = people;
        this.sites = sites;
    }

    /// <summary>The report as a page of A4, under a command id of its own.</summary>
    /// <exception cref="TranscriptionException">It is unknown or has no text, or the actor has no part in it.</exception>
    public async Task<string> PageAsync(CommandContext x, ReportId report, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(language);
        var (view, names) = await OpenAsync(x, report, cancellationToken).ConfigureAwait(false);
        return ReportPage.Html(view, names, language);
    }

    /// <summary>The report as text, under a command id of its own.</summary>
    /// <exception cref="TranscriptionException">It is unknown or has no text, or the actor has no part in it.</exception>
    public async Task<string> TextAsync(CommandContext x, ReportId report, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(language);
        var (view, names) = await OpenAsync(x, report, cancellationToken).ConfigureAwait(false);
        return ReportText.Of(view, names, language);
    }

    private async Task<(ReportView View, ReportNames Names)> OpenAsync(CommandContext x, ReportId report, CancellationToken ct)
    {
        var view = await reports.ReadAsync(x, report, Printed, ct).ConfigureAwait(false);
        var state = view.Report;
        if (state.Versions.Count == 0 && state.Statements.Count == 0)
            throw new TranscriptionException(TranscriptionRules.NothingToPrint, ("report", report), ("status", state.Status));
        var names = new Dictionary<PersonId, string>();
        foreach (var person in state.Versions.Select(v => v.Signature.Signer).Concat(state.Addenda.Select(a => a.Signature.Signer)).Append(state.Physician).Distinct())
        {
            if (await people.FindAsync(x.Tenant, person, ct).ConfigureAwait(false) is { } found) names[person] = found.Name;
        }

        var patient = await patients.FindAsync(x.Tenant, state.Patient, ct).ConfigureAwait(false);
        var site = await sites.FindSiteAsync(x.Tenant, state.Site, ct).ConfigureAwait(false)
            ?? throw new ArgumentException("The context names a site that does not exist.", nameof(x));
        return (view, new(site.Name, site.Zone, patient?.Name, patient?.DocumentNumber, names) { DocumentKind = patient?.DocumentKind });
    }
}
