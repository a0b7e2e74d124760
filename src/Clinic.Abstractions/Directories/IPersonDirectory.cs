namespace Clinic.Abstractions;

/// <summary>The people who may act, with their rights per department.</summary>
public interface IPersonDirectory
{
    /// <summary>A person, retired ones included, or null.</summary>
    Task<Person?> FindAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken);

    /// <summary>The person of a sign-in name without regard to case, or null.</summary>
    Task<Person?> FindBySignInAsync(TenantId tenant, string signInName, CancellationToken cancellationToken);

    /// <summary>People ordered by sign-in name, paged.</summary>
    Task<Page<Person>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken);
}
