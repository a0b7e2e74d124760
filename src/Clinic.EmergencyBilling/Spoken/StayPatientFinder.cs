using Clinic.Abstractions;
using Clinic.EmergencyBilling.Spoken.Reading;
using Clinic.Spoken;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>Finds who is meant; only one exact match is certain, whoever else has an open stay.</summary>
internal sealed class StayPatientFinder(IStayLookup lookup, TenantId tenant, StayReading reading)
{
    private readonly StayVocabulary vocabulary = StayVocabulary.Of(reading.Language);

    /// <summary>The candidates, and how certain they are: one exact patient is the one.</summary>
    public async Task<(NameFit Fit, IReadOnlyList<StayPatient> Patients)> FindAsync(CancellationToken cancellationToken)
    {
        var all = await lookup.SearchPatientsAsync(tenant, reading.Patient, cancellationToken).ConfigureAwait(false);
        var byFit = all.DistinctBy(p => p.Id).Where(HasDocumentEnd).ToLookup(Fit);
        foreach (var fit in (NameFit[])[NameFit.Exact, NameFit.Partial, NameFit.Near])
        {
            if (byFit[fit].Any()) return (fit, [.. byFit[fit]]);
        }

        return (NameFit.None, []);
    }

    private NameFit Fit(StayPatient patient)
    {
        if (reading.Document is { } document) return Plain(patient.DocumentNumber) == document ? NameFit.Exact : NameFit.None;
        var names = new[] { patient.Name, patient.DocumentNumber }.OfType<string>().Select(n => StayReader.NameOf(n, vocabulary));
        return NameMatch.Person(reading.Patient, names);
    }

    private bool HasDocumentEnd(StayPatient patient) =>
        reading.DocumentEnd is not { } end || Plain(patient.DocumentNumber)?.EndsWith(end, StringComparison.Ordinal) == true;

    // Numbers are written with dots and dashes, and said without.
    private static string? Plain(string? number) => number is null ? null : string.Concat(number.Where(char.IsAsciiLetterOrDigit));
}
