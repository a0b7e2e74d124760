using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Register;
using Clinic.Pharmacy.Stock;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches on the register of controlled medicines.</summary>
public static class RegisterPharmacy
{
    /// <summary>A view of the ledger with running balances; it has no table and nobody writes to it.</summary>
    /// <remarks>Witnesses and prescriptions come from every registered <see cref="IMovementFacts"/>. Calling twice is safe.</remarks>
    public static PharmacyBuilder WithControlledRegister(this PharmacyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.With("pharmacy-register");
        builder.Services.TryAddSingleton(p => new ControlledRegister(
            Get<IUnitOfWork>(p), Get<IMedicationStore>(p), Get<IPresentationStore>(p), Get<ILotStore>(p), Get<IMovementStore>(p), Get<ISiteDirectory>(p),
            Get<IPersonDirectory>(p), p.GetServices<IMovementFacts>()));
        return builder;
    }

    private static T Get<T>(IServiceProvider p)
        where T : notnull => ClinicPharmacyServices.Get<T>(p);
}
