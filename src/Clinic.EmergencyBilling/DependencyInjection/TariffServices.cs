
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers tariffs and holiday calendars.</summary>
internal static class TariffServices
{
    public static void AddTariffs(this IServiceCollection services)
    {
    }
}
