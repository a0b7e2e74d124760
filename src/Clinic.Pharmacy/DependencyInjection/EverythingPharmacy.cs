namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches on every part of the pharmacy.</summary>
public static class EverythingPharmacy
{
    /// <summary>Everything a hospital pharmacy does; apps that need less name the parts one by one.</summary>
    /// <remarks>Calling twice is safe.</remarks>
    public static PharmacyBuilder WithEverything(this PharmacyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WithPrices();
        builder.WithSales();
        builder.WithReports();
        builder.WithCountSessions();
        builder.WithRecalls();
        builder.WithControlledRegister();
        builder.WithRequisitions();
        builder.WithAlerts();
        return builder;
    }
}
