namespace Clinic.Pharmacy.Tests.Kit;

/// <summary>Asserts that something is refused with exactly these codes.</summary>
public static class Refused
{
    public static async Task<PharmacyException> WithAsync(Func<Task> act, params string[] codes)
    {
        var e = await Assert.ThrowsAsync<PharmacyException>(act);
        Assert.Equal(codes.Order(StringComparer.Ordinal), e.Failures.Select(f => f.Code).Order(StringComparer.Ordinal));
        return e;
    }
}
