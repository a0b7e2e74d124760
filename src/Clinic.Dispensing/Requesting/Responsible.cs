using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Policies;
using Clinic.Dispensing.Rights;

namespace Clinic.Dispensing.Requesting;

/// <summary>Finds who may act on a dispensation next.</summary>
internal static class Responsible
{
    public const int Most = 50;

    /// <summary>Active people with the role for an act in the department, without some.</summary>
    public static async Task<IReadOnlyList<PersonId>> ForAsync(
        IPersonDirectory people, TenantId tenant, DispensingAct act, DepartmentId department, IReadOnlyList<PersonId> except, CancellationToken ct)
    {
        var found = new List<PersonId>();
        string? after = null;
        do
        {
            var page = await people.ListAsync(tenant, new PageRequest(PageRequest.LargestSize, after), ct).ConfigureAwait(false);
            found.AddRange(page.Items
                .Where(p => !p.IsRetired && !except.Contains(p.Id) && p.Departments.Contains(department))
                .Where(p => p.AsActor().HasAny([.. DispensingRights.RolesFor(act)]))
                .Select(p => p.Id));
            after = page.Next;
        }
        while (after is not null && found.Count < Most);
        return [.. found.Take(Most)];
    }

    public static Task<IReadOnlyList<PersonId>> AuthorisersAsync(
        IPersonDirectory people, TenantId tenant, Dispensation dispensation, EffectivePolicy policy, CancellationToken ct) =>
        ForAsync(people, tenant, DispensingAct.Authorise, dispensation.Target.Department ?? dispensation.Pharmacy,
            policy.AllDistinct ? OfOtherParts(dispensation, "authoriser") : policy.AuthoriserDiffers ? [dispensation.Requested.By] : [], ct);

    public static Task<IReadOnlyList<PersonId>> PreparersAsync(
        IPersonDirectory people, TenantId tenant, Dispensation dispensation, EffectivePolicy policy, CancellationToken ct) =>
        ForAsync(people, tenant, DispensingAct.Prepare, dispensation.Pharmacy, policy.AllDistinct ? OfOtherParts(dispensation, "preparer") : [], ct);

    // Where all identities must be distinct, who plays another part already would be refused later.
    private static IReadOnlyList<PersonId> OfOtherParts(Dispensation dispensation, string part) =>
        [.. Identities.Of(dispensation).Where(i => i.Part != part).Select(i => i.Person)];
}
