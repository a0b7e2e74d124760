using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Rights;

namespace Clinic.Dispensing.Requesting;

/// <summary>Finds who may act on a dispensation next.</summary>
internal static class Responsible
{
    public const int Most = 50;

    /// <summary>Active people with the role for an act in one of the departments.</summary>
    public static async Task<IReadOnlyList<PersonId>> ForAsync(
        IPersonDirectory people, TenantId tenant, DispensingAct act, DepartmentId? department, PersonId? except, CancellationToken ct)
    {
        var found = new List<PersonId>();
        string? after = null;
        do
        {
            var page = await people.ListAsync(tenant, new PageRequest(PageRequest.LargestSize, after), ct).ConfigureAwait(false);
            found.AddRange(page.Items
                .Where(p => !p.IsRetired && p.Id != except && (department is null || p.Departments.Contains(department.Value)))
                .Where(p => p.AsActor().HasAny([.. DispensingRights.RolesFor(act)]))
                .Select(p => p.Id));
            after = page.Next;
        }
        while (after is not null && found.Count < Most);
        return [.. found.Take(Most)];
    }

    public static Task<IReadOnlyList<PersonId>> AuthorisersAsync(
        IPersonDirectory people, TenantId tenant, Dispensation dispensation, bool differs, CancellationToken ct) =>
        ForAsync(people, tenant, DispensingAct.Authorise, dispensation.Target.Department, differs ? dispensation.Requested.By : null, ct);

    public static Task<IReadOnlyList<PersonId>> PreparersAsync(IPersonDirectory people, TenantId tenant, Dispensation dispensation, CancellationToken ct) =>
        ForAsync(people, tenant, DispensingAct.Prepare, dispensation.Pharmacy, null, ct);
}
