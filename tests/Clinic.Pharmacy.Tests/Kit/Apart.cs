namespace Clinic.Pharmacy.Tests.Kit;

/// <summary>Runs something as somebody else would: it is no part of the command in whose body it is called.</summary>
public static class Apart
{
    public static Task Run(Func<Task> act)
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(act);
    }
}
