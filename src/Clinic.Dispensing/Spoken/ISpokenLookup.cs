using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>Finds whom and what a sentence may mean.</summary>
/// <remarks>
/// The words come without case and accents, figures with a decimal point (<c>0.9</c>); words with digits may be left aside in the search. A search answers every entry that has all of the words in one of its names, never leaving one out
/// (a missing namesake would look certain), and, where it can, entries whose words differ by one letter. More than that does no harm:
/// certainty is judged by the caller. No order is needed. Retired entries are left out. Safe for use by many threads.
/// </remarks>
public interface ISpokenLookup
{
    /// <summary>Patients whose names have these words.</summary>
    Task<IReadOnlyList<SpokenPatient>> SearchPatientsAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken);

    /// <summary>Presentations whose names have these words.</summary>
    Task<IReadOnlyList<SpokenPresentation>> SearchPresentationsAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken);

    /// <summary>People of the clinic whose names have these words.</summary>
    Task<IReadOnlyList<SpokenPerson>> SearchPeopleAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken);

    /// <summary>One patient, or null.</summary>
    Task<SpokenPatient?> FindPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken);

    /// <summary>One presentation, or null.</summary>
    Task<SpokenPresentation?> FindPresentationAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken);

    /// <summary>One person of the clinic, or null.</summary>
    Task<SpokenPerson?> FindPersonAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken);
}
