using Clinic.Pharmacy.Packs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches the verification of serialised packs on.</summary>
public static class PacksPharmacy
{
    /// <summary>Verifies packs in the <see cref="IPackRegistry"/> that the app registers; not part of everything, since a registry is a contract.</summary>
    public static PharmacyBuilder WithPackVerification(this PharmacyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<PackDesk>();
        return builder.With("pharmacy-packs");
    }
}
