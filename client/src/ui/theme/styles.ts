/**
 * Every style sheet that is not a component's own, in the order the cascade needs: the library from its base
 * upwards, its variables, then what is ours. Each wrapped control imports the sheet of its own component, so that a
 * page loads what it uses.
 */
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Paper.css';
import './theme.generated.css';
import './fonts.css';
import './tokens.css';
import './page.css';
