namespace Clinic.Abstractions.Administration;

/// <summary>Roles and departments in the one order in which they are hashed.</summary>
internal static class PersonRights
{
    public static void Describe(IPayloadWriter payload, IReadOnlyList<Role> roles, IReadOnlyList<DepartmentId> departments)
    {
        payload.Write("roles", string.Join(',', roles.Distinct().Order()));
        payload.Write("departments", string.Join(',', departments.Distinct().Select(d => d.ToString()).Order(StringComparer.Ordinal)));
    }

    public static string Note(IEnumerable<Role> roles) => string.Join(", ", roles.Distinct().Order());
}
