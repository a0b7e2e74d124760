using Clinic.Abstractions;

namespace Clinic.Pharmacy.Rights;

/// <summary>Who may do what in the pharmacy; hosts repeat it per route, the domain decides.</summary>
public static class PharmacyRights
{
    private static readonly Dictionary<PharmacyAct, Role[]> Allowed = new()
    {
        [PharmacyAct.ManageCatalogue] = [Role.Pharmacist, Role.Administrator],
        [PharmacyAct.Import] = [Role.Pharmacist, Role.Administrator],
        [PharmacyAct.Receive] = [Role.Pharmacist, Role.Auxiliary],
        [PharmacyAct.Reserve] = [Role.Pharmacist, Role.Auxiliary, Role.Nurse, Role.Physician, Role.System],
        [PharmacyAct.Issue] = [Role.Pharmacist, Role.Auxiliary, Role.Nurse],
        [PharmacyAct.Return] = [Role.Pharmacist],
        [PharmacyAct.Transfer] = [Role.Pharmacist, Role.Auxiliary, Role.Nurse],
        [PharmacyAct.Waste] = [Role.Pharmacist, Role.Auxiliary, Role.Nurse],
        [PharmacyAct.Adjust] = [Role.Pharmacist, Role.Supervisor],
        [PharmacyAct.Count] = [Role.Pharmacist, Role.Auxiliary, Role.Supervisor],
        [PharmacyAct.Reverse] = [Role.Pharmacist, Role.Supervisor],
        [PharmacyAct.BlockLot] = [Role.Pharmacist, Role.Supervisor],
        [PharmacyAct.ApproveLot] = [Role.Pharmacist],
        [PharmacyAct.Sell] = [Role.Pharmacist, Role.Auxiliary, Role.Cashier],
        [PharmacyAct.CancelSale] = [Role.Supervisor, Role.Pharmacist],
        [PharmacyAct.CloseShift] = [Role.Cashier, Role.Pharmacist, Role.Auxiliary, Role.Supervisor],
        [PharmacyAct.ManagePrices] = [Role.Pharmacist, Role.Administrator],
        [PharmacyAct.ApprovePrice] = [Role.Supervisor, Role.Administrator],
        [PharmacyAct.ReadCosts] = [Role.Pharmacist, Role.Supervisor, Role.Auditor, Role.Administrator],
        [PharmacyAct.ReadReports] = [Role.Pharmacist, Role.Auxiliary, Role.Cashier, Role.Supervisor, Role.Auditor, Role.Administrator],
        [PharmacyAct.ApproveCount] = [Role.Supervisor, Role.Pharmacist],
        [PharmacyAct.FollowRecall] = [Role.Pharmacist, Role.Auxiliary, Role.Supervisor],
        [PharmacyAct.ReturnToSupplier] = [Role.Pharmacist],
        [PharmacyAct.ManageAlerts] = [Role.Pharmacist, Role.Supervisor, Role.Administrator],
        [PharmacyAct.AnswerAlert] = [Role.Pharmacist, Role.Auxiliary, Role.Nurse, Role.Supervisor],
        [PharmacyAct.ReadRegister] = [Role.Pharmacist, Role.Supervisor, Role.Auditor],
        [PharmacyAct.Requisition] = [Role.Nurse, Role.Auxiliary, Role.Pharmacist, Role.Physician],
        [PharmacyAct.ApproveRequisition] = [Role.Pharmacist],
        [PharmacyAct.FulfilRequisition] = [Role.Pharmacist, Role.Auxiliary],
        [PharmacyAct.ReceiveRequisition] = [Role.Nurse, Role.Auxiliary, Role.Pharmacist, Role.Physician],
        [PharmacyAct.WriteOffRequisition] = [Role.Supervisor],
        [PharmacyAct.SetStockLevel] = [Role.Pharmacist, Role.Supervisor],
    };

    /// <summary>The roles of which one is needed.</summary>
    public static IReadOnlyList<Role> RolesFor(PharmacyAct act) => Allowed[act];

    internal static void CheckRole(Failures failures, Actor actor, PharmacyAct act)
    {
        if (!actor.HasAny(Allowed[act]))
            failures.Add(PharmacyRules.RoleMissing, ("action", act), ("allowed", string.Join(", ", Allowed[act])), ("found", actor.RolesText()));
    }

    // Supervisors and jobs answer for the whole clinic; everybody else for their own departments.
    internal static void CheckDepartment(Failures failures, Actor actor, PharmacyAct act, Location location)
    {
        if (actor.HasAny(Role.Supervisor, Role.System) || actor.Departments.Contains(location.Department)) return;
        failures.Add(PharmacyRules.DepartmentMissing, ("action", act), ("location", location.Id), ("department", location.Department));
    }
}
