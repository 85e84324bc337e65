namespace Workflows.Specs.Support.Gherkin;

/// <summary>Makes step classes and drivers for one scenario: one instance of each, shared through constructors.</summary>
public sealed class ScenarioScope : IAsyncDisposable
{
    private readonly Dictionary<Type, object> instances = [];
    private readonly List<object> inOrderOfCreation = [];
    private readonly HashSet<Type> beingMade = [];

    public object Resolve(Type type)
    {
        if (!instances.TryGetValue(type, out var instance))
        {
            instance = Make(type);
            instances.Add(type, instance);
            inOrderOfCreation.Add(instance);
        }

        return instance;
    }

    public async Task VerifyEnd()
    {
        foreach (var hook in inOrderOfCreation.OfType<IScenarioEnd>().ToList())
        {
            await hook.VerifyAtScenarioEnd();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Enumerable.Reverse(inOrderOfCreation))
        {
            switch (instance)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }
    }

    private object Make(Type type)
    {
        if (type is { IsClass: false } or { IsAbstract: true } || type.GetConstructors() is not [var constructor])
        {
            throw new InvalidOperationException($"Expected '{type.Name}' to be a class with one public constructor, but it is not.");
        }

        if (!beingMade.Add(type))
        {
            throw new InvalidOperationException($"Expected '{type.Name}' not to need itself, but its constructors go in a circle.");
        }

        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Resolve(parameter.ParameterType))]);
        beingMade.Remove(type);
        return made;
    }
}
