namespace Clinic.Abstractions;

/// <summary>Who acts: the person, the roles held now, and the departments belonged to.</summary>
public sealed class Actor
{
    private static readonly PersonId SystemPerson = new(new Guid("00000000-0000-7000-8000-000000000001"));

    /// <summary>An actor as the host knows it from sign-in.</summary>
    public Actor(PersonId person, IEnumerable<Role> roles, IEnumerable<DepartmentId> departments)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(departments);
        ArgumentOutOfRangeException.ThrowIfEqual(person, default);
        Person = person;
        Roles = roles.ToHashSet();
        Departments = departments.ToHashSet();
    }

    /// <summary>The actor of jobs: the role <see cref="Role.System"/> and no department.</summary>
    public static Actor System { get; } = new(SystemPerson, [Role.System], []);

    /// <summary>The person who acts.</summary>
    public PersonId Person { get; }

    /// <summary>The roles held at the instant of the command.</summary>
    public IReadOnlySet<Role> Roles { get; }

    /// <summary>The departments the person belongs to.</summary>
    public IReadOnlySet<DepartmentId> Departments { get; }

    /// <summary>Says whether the actor holds at least one of the roles.</summary>
    public bool HasAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role)) return true;
        }

        return false;
    }

    /// <summary>The roles held, sorted and joined; for error texts.</summary>
    public string RolesText() => Roles.Count == 0 ? "none" : string.Join(", ", Roles.Order());

    /// <summary>The person's id only.</summary>
    public override string ToString() => Person.ToString();
}
