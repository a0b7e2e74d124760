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
        [EmergencyAct.ReadStays] = [Role.Reception, Role.Cashier, Role.Nurse, Role.Physician, Role.Supervisor, Role.Auditor, Role.System],
        [EmergencyAct.RegisterStay] = [Role.Reception, Role.Cashier, Role.Nurse, Role.Supervisor, Role.System],
        [EmergencyAct.RunClock] = [Role.Reception, Role.Cashier, Role.Nurse, Role.Physician, Role.Supervisor, Role.System],
        [EmergencyAct.CloseStay] = [Role.Reception, Role.Cashier, Role.Supervisor, Role.System],
        [EmergencyAct.MoveCare] = [Role.Reception, Role.Nurse, Role.Physician, Role.Supervisor, Role.System],
        [EmergencyAct.CorrectTimes] = [Role.Reception, Role.Cashier, Role.Supervisor],
        [EmergencyAct.ApproveCorrections] = [Role.Supervisor],
        [EmergencyAct.ReopenStay] = [Role.Supervisor],
        [EmergencyAct.CancelStay] = [Role.Reception, Role.Cashier, Role.Supervisor],
        [EmergencyAct.VoidStay] = [Role.Supervisor],
        [EmergencyAct.ReadBills] = [Role.Reception, Role.Cashier, Role.Supervisor, Role.Auditor],
        [EmergencyAct.InvoiceStay] = [Role.Cashier, Role.Supervisor],
        [EmergencyAct.SettleStay] = [Role.Cashier, Role.Supervisor],
        [EmergencyAct.CreditStay] = [Role.Supervisor],
        [EmergencyAct.RepriceStay] = [Role.Cashier, Role.Supervisor],
        [EmergencyAct.ReadAlerts] = [Role.Reception, Role.Cashier, Role.Nurse, Role.Physician, Role.Supervisor, Role.Auditor],
        [EmergencyAct.AnswerAlerts] = [Role.Reception, Role.Cashier, Role.Nurse, Role.Physician, Role.Supervisor],
        [EmergencyAct.ReadAlertRules] = [Role.Reception, Role.Cashier, Role.Supervisor, Role.Auditor, Role.Administrator],
        [EmergencyAct.SetAlertRules] = [Role.Supervisor, Role.Administrator],
        [EmergencyAct.ReadReports] = [Role.Cashier, Role.Supervisor, Role.Auditor, Role.Administrator],
    };

    /// <summary>The roles of which one is needed.</summary>
    public static IReadOnlyList<Role> RolesFor(EmergencyAct act) => Allowed[act];

    internal static void CheckRole(Failures failures, Actor actor, EmergencyAct act)
    {
        if (!actor.HasAny(Allowed[act]))
            failures.Add(EmergencyBillingRules.RoleMissing, ("action", act), ("allowed", string.Join(", ", Allowed[act])), ("found", actor.RolesText()));
    }
}
