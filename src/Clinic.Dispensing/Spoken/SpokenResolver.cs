using Clinic.Abstractions;
using Clinic.Dispensing.Spoken.Reading;
using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken;

/// <summary>Finds who and what is meant; only one exact match is certain.</summary>
internal sealed class SpokenResolver(ISpokenLookup lookup, TenantId tenant, SpokenReading reading, SpokenOptions options)
{
    private readonly Vocabulary vocabulary = Vocabulary.Of(reading.Language);

    public async Task<Found<SpokenPatient>> PatientAsync(PatientId? chosen, CancellationToken cancellationToken)
    {
        if (chosen is { } id) return Chosen(SpokenSlot.Patient, await lookup.FindPatientAsync(tenant, id, cancellationToken).ConfigureAwait(false));
        var candidates = await lookup.SearchPatientsAsync(tenant, reading.Patient, cancellationToken).ConfigureAwait(false);
        return Judge(SpokenSlot.Patient, candidates, p => p.Id.Value, p => p.Name, p => NameMatch.Person(reading.Patient, Names(p.Name, p.OtherNames)));
    }

    public async Task<Found<SpokenPerson>> WitnessAsync(PersonId? chosen, CancellationToken cancellationToken)
    {
        if (chosen is { } id) return Chosen(SpokenSlot.Witness, await lookup.FindPersonAsync(tenant, id, cancellationToken).ConfigureAwait(false));
        var candidates = await lookup.SearchPeopleAsync(tenant, reading.Witness, cancellationToken).ConfigureAwait(false);
        return Judge(SpokenSlot.Witness, candidates, p => p.Id.Value, p => p.Name, p => NameMatch.Person(reading.Witness, Names(p.Name, p.OtherNames)));
    }

    public async Task<Found<SpokenPresentation>> PresentationAsync(PresentationId? chosen, CancellationToken cancellationToken)
    {
        if (chosen is { } id) return Chosen(SpokenSlot.Medication, await lookup.FindPresentationAsync(tenant, id, cancellationToken).ConfigureAwait(false));
        var said = reading.Medication!;
        var candidates = await lookup.SearchPresentationsAsync(tenant, said.Words, cancellationToken).ConfigureAwait(false);
        var fits = new MedicationFit(reading, options.LargestQuantity);
        var named = candidates.DistinctBy(c => c.Id).Select(c => (Presentation: c, Fit: MedicationFit.Name(said, c))).Where(c => c.Fit != NameFit.None).ToList();
        var exact = named.Where(c => c.Fit == NameFit.Exact).Select(c => c.Presentation).ToList();
        if (exact.Count == 0) return Judge(SpokenSlot.Medication, named, c => c.Presentation.Id.Value, c => c.Presentation.Name, c => c.Fit).As(c => c.Presentation);
        var strong = exact.Where(fits.HasStrength).ToList();
        // A strength that was said and that nothing has is never left aside.
        if (strong.Count == 0) return new(null, Doubt(SpokenSlot.Medication, exact, c => c.Id.Value, c => c.Name), IsUnknown: true);
        var left = fits.Narrow(strong);
        return left.Count == 1 ? new(left[0]) : new(null, Doubt(SpokenSlot.Medication, left, c => c.Id.Value, c => c.Name));
    }

    private Found<T> Judge<T>(SpokenSlot slot, IEnumerable<T> candidates, Func<T, Guid> id, Func<T, string> name, Func<T, NameFit> fit)
    {
        var byFit = candidates.DistinctBy(id).ToLookup(fit);
        var exact = byFit[NameFit.Exact].ToList();
        if (exact.Count == 1) return new(exact[0]);
        if (exact.Count > 1) return new(default, Doubt(slot, exact, id, name));
        var partial = byFit[NameFit.Partial].ToList();
        if (partial.Count > 0) return new(default, Doubt(slot, partial, id, name));
        return new(default, Doubt(slot, byFit[NameFit.Near], id, name), IsUnknown: true);
    }

    private SpokenDoubt Doubt<T>(SpokenSlot slot, IEnumerable<T> candidates, Func<T, Guid> id, Func<T, string> name) =>
        new(slot, [.. candidates.OrderBy(name, StringComparer.Ordinal).ThenBy(id).Take(options.MostChoices).Select(c => new SpokenChoice(id(c), null, name(c)))]);

    private static Found<T> Chosen<T>(SpokenSlot slot, T? one)
        where T : class =>
        one is null ? new(null, new(slot, []), IsUnknown: true) : new(one);

    private IEnumerable<IReadOnlyList<string>> Names(string name, IReadOnlyList<string>? others) =>
        (others ?? []).Prepend(name).Select(n => NameWords.Of(n, vocabulary.Connectives, UnitWords.IsUnit));
}
