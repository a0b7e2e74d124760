using Clinic.Abstractions;
using Clinic.Pharmacy.Tests.Kit;

namespace Clinic.Pharmacy.Tests.Sales;

/// <summary>Ids before the first of which something happens apart from the command that asks for it.</summary>
internal sealed class LateIds(IIdGenerator inner, Func<Task> meanwhile) : IIdGenerator
{
    private bool happened;

    public Guid Next()
    {
        if (!happened)
        {
            happened = true;
            Apart.Run(meanwhile).GetAwaiter().GetResult();
        }

        return inner.Next();
    }
}
