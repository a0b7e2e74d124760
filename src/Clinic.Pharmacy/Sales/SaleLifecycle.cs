using Stateless;

namespace Clinic.Pharmacy.Sales;

/// <summary>The whole machine of a sale's status; what was partly returned is never cancelled as a whole.</summary>
public static class SaleLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status; the text says what is.</exception>
    public static SaleStatus Next(SaleId sale, SaleStatus status, SaleTrigger trigger) =>
        Machine(status).To(trigger, PharmacyRules.SaleTransitionRefused, ("sale", sale));

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<SaleTrigger> Allowed(SaleStatus status) => Machine(status).Allowed();

    private static StateMachine<SaleStatus, SaleTrigger> Machine(SaleStatus status)
    {
        var machine = new StateMachine<SaleStatus, SaleTrigger>(status);
        machine.Configure(SaleStatus.Draft)
            .PermitReentry(SaleTrigger.Change)
            .Permit(SaleTrigger.Complete, SaleStatus.Completed)
            .Permit(SaleTrigger.Cancel, SaleStatus.Cancelled);
        machine.Configure(SaleStatus.Completed)
            .Permit(SaleTrigger.ReturnPart, SaleStatus.PartlyReturned)
            .Permit(SaleTrigger.ReturnRest, SaleStatus.Returned)
            .Permit(SaleTrigger.Cancel, SaleStatus.Cancelled);
        machine.Configure(SaleStatus.PartlyReturned)
            .PermitReentry(SaleTrigger.ReturnPart)
            .Permit(SaleTrigger.ReturnRest, SaleStatus.Returned);
        machine.Configure(SaleStatus.Returned);
        machine.Configure(SaleStatus.Cancelled);
        return machine;
    }
}
