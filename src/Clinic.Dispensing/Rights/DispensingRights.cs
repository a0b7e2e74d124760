using Clinic.Abstractions;

namespace Clinic.Dispensing.Rights;

/// <summary>Who may do what in dispensing; hosts repeat it per route, the domain decides.</summary>
public static class DispensingRights
{
    private static readonly Dictionary<DispensingAct, Role[]> Allowed = new()
    {
        [DispensingAct.Read] = [Role.Pharmacist, Role.Auxiliary, Role.Nurse, Role.Physician, Role.Supervisor, Role.Auditor],
        [DispensingAct.ManageChecklists] = [Role.Pharmacist, Role.Administrator],
        [DispensingAct.Request] = [Role.Nurse, Role.Physician, Role.Pharmacist],
        [DispensingAct.Authorise] = [Role.Physician],
        [DispensingAct.Prepare] = [Role.Pharmacist, Role.Auxiliary],
        [DispensingAct.Check] = [Role.Pharmacist],
        [DispensingAct.HandOver] = [Role.Pharmacist, Role.Auxiliary],
        [DispensingAct.Receive] = [Role.Nurse, Role.Physician],
        [DispensingAct.Attest] = [Role.Pharmacist, Role.Auxiliary, Role.Nurse, Role.Physician, Role.Supervisor],
        [DispensingAct.Use] = [Role.Nurse, Role.Physician],
        [DispensingAct.Waste] = [Role.Nurse, Role.Physician, Role.Pharmacist],
        [DispensingAct.Witness] = [Role.Nurse, Role.Physician, Role.Pharmacist, Role.Supervisor],
        [DispensingAct.CountReturn] = [Role.Pharmacist],
        [DispensingAct.Close] = [Role.Pharmacist],
        [DispensingAct.AddEvidence] = [Role.Pharmacist, Role.Auxiliary, Role.Nurse, Role.Physician, Role.Supervisor],
        [DispensingAct.Supervise] = [Role.Supervisor],
        [DispensingAct.Approve] = [Role.Supervisor, Role.Pharmacist],
        [DispensingAct.MatchBilling] = [Role.Pharmacist, Role.Cashier, Role.Supervisor],
        [DispensingAct.ReviewLosses] = [Role.Supervisor, Role.Auditor],
        [DispensingAct.Clock] = [Role.System],
    };

    /// <summary>The roles of which one is needed.</summary>
    public static IReadOnlyList<Role> RolesFor(DispensingAct act) => Allowed[act];

    internal static void CheckRole(Failures failures, Actor actor, DispensingAct act)
    {
        if (!actor.HasAny(Allowed[act]))
            failures.Add(DispensingRules.RoleMissing, ("action", act), ("allowed", string.Join(", ", Allowed[act])), ("found", actor.RolesText()));
    }

    // Supervisors and jobs answer for the whole clinic; everybody else for their own departments.
    internal static void CheckDepartment(Failures failures, Actor actor, DispensingAct act, DepartmentId? department)
    {
        if (department is null || actor.HasAny(Role.Supervisor, Role.System) || actor.Departments.Contains(department.Value)) return;
        failures.Add(DispensingRules.DepartmentMissing, ("action", act), ("department", department));
    }
}
