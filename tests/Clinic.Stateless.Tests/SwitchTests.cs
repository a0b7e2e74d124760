using System.Reflection;
using Stateless;

namespace Clinic.Stateless.Tests;

public sealed class SwitchTests
{
    [Fact]
    public void Machine_comes_from_where_the_switch_says()
    {
        var home = typeof(StateMachine<,>).Assembly;
        var ownTypes = Assembly.GetExecutingAssembly().GetTypes().Count(t => t.Namespace is "Stateless" or "Stateless.Reflection");

#if STATELESS_PACKAGE
        Assert.Equal("Stateless", home.GetName().Name);
        Assert.Equal(0, ownTypes);
#else
        Assert.Equal(Assembly.GetExecutingAssembly(), home);
        Assert.NotEqual(0, ownTypes);
        Assert.DoesNotContain(home.GetExportedTypes(), t => t.Namespace?.StartsWith("Stateless", StringComparison.Ordinal) == true);
#endif
    }
}
