using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Rights;

/// <summary>Who sees which dispensations, whether they read, act or search.</summary>
internal static class Visibility
{
    /// <summary>Whether the actor answers for all departments.</summary>
    public static bool SeesAll(Actor actor) => actor.HasAny(Role.Supervisor, Role.Auditor, Role.System);

    /// <summary>The departments to search in, of those asked for; null for all, because the actor answers for all.</summary>
    public static IReadOnlyList<DepartmentId>? DepartmentsOf(Actor actor, IReadOnlyList<DepartmentId>? asked) =>
        SeesAll(actor) ? asked : [.. actor.Departments.Where(d => asked?.Contains(d) ?? true)];

    /// <summary>Whether the actor serves it, receives it, took part in it or answers for all; without a receiving department nobody receives it.</summary>
    public static bool MaySee(Actor actor, Dispensation dispensation) =>
        SeesAll(actor) || actor.Departments.Contains(dispensation.Pharmacy) || dispensation.Participants.Contains(actor.Person)
        || (dispensation.Target.Department is { } department && actor.Departments.Contains(department));
}
