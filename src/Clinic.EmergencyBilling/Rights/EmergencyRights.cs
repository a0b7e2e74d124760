using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Rights;

/// <summary>Which roles may do what.</summary>
public static class EmergencyRights
{
    private static readonly Dictionary<EmergencyAct, Role[]> Allowed = new()
    {
        [EmergencyAct.ReadTariffs] = [Role.Reception, Role.Cashier, Role.Supervisor, Role.Auditor, Role.Administrator],
        [EmergencyAct.WriteTariffs] = [Role.Supervisor, Role.Administrator],
        [EmergencyAct.PublishTariffs] = [Role.Supervisor, Role.Administrator],
    };

    /// <summary>The roles of which one is needed.</summary>
    public static IReadOnlyList<Role> RolesFor(EmergencyAct act) => Allowed[act];

    internal static void CheckRole(Failures failures, Actor actor, EmergencyAct act)
    {
        if (!actor.HasAny(Allowed[act]))
            failures.Add(EmergencyBillingRules.RoleMissing, ("action", act), ("allowed", string.Join(", ", Allowed[act])), ("found", actor.RolesText()));
    }
}
