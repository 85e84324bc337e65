using Microsoft.Extensions.Logging;
using Xunit;

namespace Workflows.Specs.Support;

/// <summary>Writes the errors that a host logs into the output of the test that started it, where a failing test shows them.</summary>
internal sealed class ErrorsToTest : ILoggerProvider, ILogger
{
    private readonly ITestOutputHelper? output = TestContext.Current.TestOutputHelper;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            output?.WriteLine($"{formatter(state, exception)}{Environment.NewLine}{exception}");
        }
    }

    public void Dispose()
    {
    }
}
