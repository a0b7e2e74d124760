using Stateless;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>The whole machine of a return to a supplier; nothing that has left can be cancelled.</summary>
public static class SupplierReturnLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status; the text says what is.</exception>
    public static SupplierReturnStatus Next(SupplierReturnId id, SupplierReturnStatus status, SupplierReturnTrigger trigger) =>
        Machine(status).To(trigger, PharmacyRules.SupplierReturnTransitionRefused, ("return", id));

    private static StateMachine<SupplierReturnStatus, SupplierReturnTrigger> Machine(SupplierReturnStatus status)
    {
        var machine = new StateMachine<SupplierReturnStatus, SupplierReturnTrigger>(status);
        machine.Configure(SupplierReturnStatus.Draft)
            .Permit(SupplierReturnTrigger.Approve, SupplierReturnStatus.Approved)
            .Permit(SupplierReturnTrigger.Cancel, SupplierReturnStatus.Cancelled);
        machine.Configure(SupplierReturnStatus.Approved)
            .Permit(SupplierReturnTrigger.Ship, SupplierReturnStatus.Shipped)
            .Permit(SupplierReturnTrigger.Cancel, SupplierReturnStatus.Cancelled);
        machine.Configure(SupplierReturnStatus.Shipped)
            .Permit(SupplierReturnTrigger.Credit, SupplierReturnStatus.Credited);
        machine.Configure(SupplierReturnStatus.Credited);
        machine.Configure(SupplierReturnStatus.Cancelled);
        return machine;
    }
}
